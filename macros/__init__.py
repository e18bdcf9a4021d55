"""The peer tutoring guidelines: entries, pages, components and the macros that join them."""
