"""The downloads: books, module packs and forms as PDF, the page that lists them, the offline kit.

They are made from the finished HTML of the site, so what is printed is what was published.

    plan            which files there are, and which pages each is made from
    sheets          the plan's pages read from the site; the key that tells whether anything changed
    paper           a page's HTML changed for paper: links, forms, editions
    documents       chapters put together: cover, contents, running heads
    typesetting     WeasyPrint; tagging mends what it leaves out for screen readers
    workers         several processes; one that breaks takes only its own file with it
    making          all of it, with the cache and the progress bar
    listing         the downloads page and the buttons, filled in when the files are there
    offline_kit     one zip of everything
"""
