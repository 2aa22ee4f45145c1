"""Judgement: whether values, names, terms, sentences of several texts may be one, and which text is at fault."""
