"""The weights of what sentences of a notice tell, learned from notices that were rated by hand.

rated notices (.tsv) -> documents with ratings -> units with features -> ridge regression -> weights.tsv
"""
