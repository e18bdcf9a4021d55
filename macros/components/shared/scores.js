/* Scores of a questionnaire. */

/* A value counted so that more always means more of what is measured. */
function counted(value, item, scale) {
  return item.reversed ? scale.lowest + scale.highest - value : value;
}

/*
 * The mean of the answered items, if at least 80 % of all items are answered; otherwise null.
 * `answers` maps item ids to numbers; anything else counts as not answered.
 */
function score(answers, questionnaire) {
  const { items, scale } = questionnaire;
  const values = items.filter((item) => typeof answers[item.id] === 'number').map((item) => counted(answers[item.id], item, scale));
  if (values.length < neededAnswers(items.length)) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/* How many of `total` items must be answered: 5 of 6, 4 of 5. */
function neededAnswers(total) {
  return Math.ceil(total * 0.8 - 1e-9);
}
