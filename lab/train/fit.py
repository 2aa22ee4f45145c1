"""Training of the token vectors: symmetric in-batch contrastive loss over mean-pooled vectors."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pieces
import torch
from sentence_transformers.sentence_transformer.modules import StaticEmbedding
from tokenizers import Tokenizer
from torch.nn.functional import normalize


@dataclass(frozen=True)
class Settings:
    dimensions: int = 256
    scale: float = 16.0
    rate: float = 0.01
    warm_up: int = 50
    drop: float = 0.1
    start: float = 0.05
    seed: int = 1


@dataclass(frozen=True)
class Tokens:
    """Token ids of many texts in one array; text i is ids[starts[i]:starts[i + 1]]."""

    ids: np.ndarray
    starts: np.ndarray

    @classmethod
    def of(cls, tokenizer: Tokenizer, texts: list[str], step: int = 20_000) -> "Tokens":
        """Tokenise; the unknown piece and the bare word start say nothing and are left out."""
        silent = pieces.silent(tokenizer)
        found, lengths = [], []
        for i in range(0, len(texts), step):
            for encoding in tokenizer.encode_batch_fast(texts[i : i + step], add_special_tokens=False):
                ids = np.array(encoding.ids, dtype=np.int32)
                found.append(ids[~np.isin(ids, silent)])
                lengths.append(len(found[-1]))
        return cls(np.concatenate(found), np.concatenate([[0], np.cumsum(lengths)]))

    def bag(self, texts: np.ndarray, keep: Callable[[int], np.ndarray]) -> dict[str, torch.Tensor]:
        """The input of StaticEmbedding; `keep(n)` masks n tokens, but leaves each text one."""
        lengths = self.starts[texts + 1] - self.starts[texts]
        ends = np.cumsum(lengths)
        offsets = ends - lengths
        kept = keep(ends[-1])
        some = offsets[lengths > 0]
        kept[some] |= np.add.reduceat(kept, some, dtype=np.int64) == 0
        places = np.arange(ends[-1]) + np.repeat(self.starts[texts] - offsets, lengths)
        counts = np.concatenate([[0], np.cumsum(kept)])
        return {
            "input_ids": torch.from_numpy(self.ids[places[kept]].astype(np.int64)),
            "offsets": torch.from_numpy(counts[offsets]),
        }


def symmetric_loss(sources: torch.Tensor, targets: torch.Tensor, scale: float) -> torch.Tensor:
    """What MultipleNegativesSymmetricRankingLoss gives, from one matrix of cosines, not two."""
    cosines = normalize(sources) @ normalize(targets).T
    shares = torch.exp((cosines - 1) * scale)
    both = shares.sum(dim=0).log() + shares.sum(dim=1).log()
    return (both / 2 - (cosines.diagonal() - 1) * scale).mean()


def fit(
    tokenizer: Tokenizer,
    tokens: Tokens,
    steps: list[np.ndarray],
    settings: Settings,
    progress: Callable[[int, float], None],
) -> np.ndarray:
    """Return the token vectors, (vocabulary, dimensions) float32, after one pass over `steps`."""
    torch.manual_seed(settings.seed)
    chance = np.random.default_rng(settings.seed)

    def keep(count: int) -> np.ndarray:
        return chance.random(count) >= settings.drop

    first = torch.randn(tokenizer.get_vocab_size(), settings.dimensions) * settings.start
    model = StaticEmbedding(tokenizer, embedding_weights=first)
    optimizer = torch.optim.Adam(model.parameters(), settings.rate, fused=True)
    plan = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda i: min((i + 1) / settings.warm_up, 1.0) * (1 - i / len(steps))
    )
    total = 0.0
    for i, rows in enumerate(steps, 1):
        vectors = model(tokens.bag(rows.T.ravel(), keep))["sentence_embedding"]
        loss = symmetric_loss(*vectors.chunk(2), settings.scale)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        plan.step()
        total += loss.item()
        if i % 100 == 0:
            progress(i, total / 100)
            total = 0.0
    return model.embedding.weight.detach().numpy()
