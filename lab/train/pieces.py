"""The tokenizer: a Unigram model over all languages (Kudo 2018, arXiv:1804.10959).

SentencePiece trains it and `tokenizers` runs it: the trainer of `tokenizers` takes its seeds from
distinct words, so a frequent word that is part of no other never becomes a piece.
"""

import io
import random
from collections.abc import Iterable, Sequence

import sentencepiece
from tokenizers import Tokenizer, models, pre_tokenizers

UNKNOWN = "<unk>"
WORD_START = "▁"
BREAK = "\x01"


def train(texts: Sequence[str], vocabulary: int, coverage: float = 0.9998) -> Tokenizer:
    """Train on texts in the encoder's view; `vocabulary` counts the unknown piece.

    Seeds are strings that more than one character follows, so a word that only ever stands before
    a space would not be one: a break, which no piece can hold, takes the place of some spaces.
    """
    chance = random.Random(0)
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=(_broken(text, chance) for text in texts),
        model_writer=model,
        model_type="unigram",
        vocab_size=vocabulary,
        character_coverage=coverage,
        normalization_rule_name="identity",
        num_threads=2,
        max_sentence_length=20_000,
        bos_id=-1,
        eos_id=-1,
        unk_piece=UNKNOWN,
        minloglevel=1,
    )
    pieces = sentencepiece.SentencePieceProcessor(model_proto=model.getvalue())
    scored = [(pieces.id_to_piece(i), pieces.get_score(i)) for i in range(len(pieces))]
    tokenizer = Tokenizer(models.Unigram(scored, pieces.unk_id()))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always")
    return tokenizer


def _broken(text: str, chance: random.Random) -> str:
    return "".join(f"{BREAK} " if c == " " and chance.random() < 0.1 else c for c in text)


def silent(tokenizer: Tokenizer) -> list[int]:
    """The ids that say nothing about a text: the unknown piece and the bare start of a word."""
    return [tokenizer.token_to_id(piece) for piece in (UNKNOWN, WORD_START)]


def sample(groups: Iterable[Sequence[str]], most: int, seed: int) -> list[str]:
    """At most `most` texts of each group, mixed."""
    chance = random.Random(seed)
    chosen = [t for group in groups for t in chance.sample(group, min(most, len(group)))]
    chance.shuffle(chosen)
    return chosen
