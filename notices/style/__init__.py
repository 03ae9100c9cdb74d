"""What makes a French sentence heavy, found with spans: passives, nouns for verbs, acronyms, brackets.

`readability` counts these, `advice` tells of them; neither knows the other.
"""
