"""How the bundled parser of French is trained: trees by hand and trees by a teacher, a network, a file.

The teacher (spaCy's `fr_core_news_md`, LGPL-LR) labels running text of the kind that notices are made of;
treebanks made by hand (CoNLL-U) are added. The small network learns from both and runs without either.
"""
