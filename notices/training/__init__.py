"""Trains French-English packages, on public texts or on a body's own translations.

    python -m notices.training prepare | augment | train | average | export | package | evaluate

A workshop beside the product, which never enters it: `notices` runs without this package, and without
PyTorch, which only the extra `training` installs. Texts walk: files -> `prepare` -> train.tsv, valid.tsv,
terms.tsv -> `augment` -> augmented.tsv -> `train` -> model.pt, pieces.model -> `package` -> an Argos package
-> `evaluate` -> its scores, in its metadata and its card.
"""
