"""Collective contracts and labour-contract counts (domain 6)."""
