"""The whole site, faster than MkDocs makes it and the same: languages side by side, unchanged pages kept.

Everything that is kept lies in `.cache/build/` and can be deleted at any time.
"""
