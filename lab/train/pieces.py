"""The tokenizer: a Unigram model over all languages (Kudo 2018, arXiv:1804.10959)."""

import random

from tokenizers import Tokenizer, models, pre_tokenizers, trainers

UNKNOWN = "<unk>"


def train(texts: list[str], vocabulary: int) -> Tokenizer:
    """Train on texts in the encoder's view; `vocabulary` counts the unknown piece."""
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Metaspace(prepend_scheme="always"), pre_tokenizers.Punctuation("isolated")]
    )
    trainer = trainers.UnigramTrainer(
        vocab_size=vocabulary, special_tokens=[UNKNOWN], unk_token=UNKNOWN, show_progress=False
    )
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer


def sample(texts: list[list[str]], most: int, seed: int) -> list[str]:
    """At most `most` texts of each list, mixed."""
    chance = random.Random(seed)
    chosen = [t for group in texts for t in (chance.sample(group, most) if len(group) > most else group)]
    chance.shuffle(chosen)
    return chosen
