/* Letters with and without marks count as the same in search: ședință = sedinta, İntihar = intihar = INTİHAR.
   Without this, JavaScript's lower case of İ (i and a combining dot) is found by nobody. */
(function (language) {
  'use strict';
  const fold = (text) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/\u0131/g, 'i');
  const foldToken = (token) => token.update(fold);
  lunr.Pipeline.registerFunction(foldToken, 'fold-' + language);
  const use = lunr[language];
  const folded = function () {
    use.apply(this, arguments);
    this.pipeline.before(use.trimmer, foldToken);
  };
  lunr[language] = Object.assign(folded, use);
  const clause = lunr.Query.prototype.clause;
  lunr.Query.prototype.clause = function (one) {
    if (typeof one.term === 'string') one.term = fold(one.term);
    return clause.call(this, one);
  };
})
