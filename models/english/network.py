"""The joint network that is trained: encoder, word layer and the heads for every task.

Belongs here: the torch modules. Does not belong here: losses and the loop (train.py),
decoding (pipeline/annotate/core, shared with reading).

A small pretrained encoder reads word pieces; each word is the mean of its pieces, put
beside embeddings of its form, edges and shape (the encoder is uncased), and mixed with
its neighbours by two convolutions. From that one vector come sentence starts, tags,
parts of speech with features, names, and the two sides of a biaffine parser.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from pipeline.annotate.core.labels import NAME_TAGS
from pipeline.annotate.core.surface import TABLES

WIDTH, ARC, REL = 320, 256, 128
SURFACE_WIDTHS = (64, 64, 24, 40, 40)
GAP_WIDTH = 8


class Mixture(nn.Module):
    """A learned weighted sum of the encoder's layers."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        self.weights = nn.Parameter(torch.zeros(layers))

    def forward(self, states: tuple[Tensor, ...]) -> Tensor:
        """Mix the hidden states."""
        shares = torch.softmax(self.weights, dim=0)
        mixed = states[0] * shares[0]
        for share, state in zip(shares[1:], states[1:], strict=True):
            mixed = mixed + share * state
        return mixed


class PieceEncoder(nn.Module):
    """The pretrained transformer with its layers mixed: piece ids to piece vectors.

    Attributes:
        frozen: Leave the transformer as it was pretrained; only the mixture learns.
    """

    def __init__(self, bert: nn.Module, layers: int) -> None:
        super().__init__()
        self.bert = bert
        self.mixture = Mixture(layers + 1)
        self.frozen = False

    def forward(self, pieces: Tensor, mask: Tensor) -> Tensor:
        """Encode a batch of padded windows."""
        if self.frozen:
            self.bert.eval()
        with torch.set_grad_enabled(torch.is_grad_enabled() and not self.frozen):
            states = self.bert(
                input_ids=pieces, attention_mask=mask, output_hidden_states=True
            ).hidden_states
        mixed: Tensor = self.mixture(states)
        return mixed


class NeighbourBlock(nn.Module):
    """A residual convolution over a word and its two neighbours."""

    def __init__(self, width: int, dropout: float) -> None:
        super().__init__()
        self.conv = nn.Conv1d(width, width, 3, padding=1)
        self.norm = nn.LayerNorm(width)
        self.dropout = nn.Dropout(dropout)

    def forward(self, words: Tensor, mask: Tensor) -> Tensor:
        """Add what the neighbours say; ``mask`` keeps padding from speaking."""
        near = self.conv((words * mask).transpose(1, 2)).transpose(1, 2)
        out: Tensor = self.norm(words + self.dropout(torch.relu(near)))
        return out


class WordHeads(nn.Module):
    """Word vectors and surface rows to the scores of every task."""

    def __init__(
        self, encoder_width: int, tags: int, forms: int, deps: int, dropout: float = 0.25
    ) -> None:
        super().__init__()
        self.tables = nn.ModuleList(
            nn.Embedding(rows, width) for rows, width in zip(TABLES, SURFACE_WIDTHS, strict=True)
        )
        self.gap = nn.Embedding(4, GAP_WIDTH)
        # One vector for both hashes of the form: a collision in one table is undone by the other.
        surface = sum(SURFACE_WIDTHS[1:]) + GAP_WIDTH
        self.surface_norm = nn.LayerNorm(surface)
        self.encoder_norm = nn.LayerNorm(encoder_width)
        self.join = nn.Linear(encoder_width + surface, WIDTH)
        self.join_norm = nn.LayerNorm(WIDTH)
        self.blocks = nn.ModuleList(NeighbourBlock(WIDTH, dropout) for _ in range(2))
        self.dropout = nn.Dropout(dropout)
        self.start = nn.Linear(WIDTH, 1)
        self.tag = nn.Linear(WIDTH, tags)
        self.form = nn.Linear(WIDTH, forms)
        self.name_layer = nn.Linear(WIDTH, 128)
        self.name = nn.Linear(128, len(NAME_TAGS))
        self.arc_dep, self.arc_head = nn.Linear(WIDTH, ARC), nn.Linear(WIDTH, ARC)
        self.rel_dep, self.rel_head = nn.Linear(WIDTH, REL), nn.Linear(WIDTH, REL)
        for table in (*self.tables, self.gap):
            nn.init.normal_(table.weight, std=0.3)

    def forward(
        self, words: Tensor, rows: Tensor, gaps: Tensor, mask: Tensor
    ) -> tuple[Tensor, ...]:
        """Score a batch.

        Args:
            words: Mean piece vectors, batch x words x encoder width.
            rows: Hashed surface rows, batch x words x tables.
            gaps: The gap before each word, batch x words.
            mask: 1.0 for words, 0.0 for padding, batch x words x 1.

        Returns:
            Scores of starts, tags, forms, names; arc and label sides of dependents and heads.
        """
        parts = [table(rows[:, :, n]) for n, table in enumerate(self.tables)]
        surface = torch.cat([parts[0] + parts[1], *parts[2:], self.gap(gaps)], dim=-1)
        joined = torch.cat([self.encoder_norm(words), self.surface_norm(surface)], dim=-1)
        state = self.join_norm(torch.relu(self.join(self.dropout(joined))))
        for block in self.blocks:
            state = block(state, mask)
        state = self.dropout(state)
        sides = [
            self.dropout(torch.relu(layer(state)))
            for layer in (self.arc_dep, self.arc_head, self.rel_dep, self.rel_head)
        ]
        names = self.name(self.dropout(torch.relu(self.name_layer(state))))
        return (self.start(state).squeeze(-1), self.tag(state), self.form(state), names, *sides)


class Biaffine(nn.Module):
    """The scoring of arcs and labels from the two sides of each word.

    A word is its own head where it is the root; that score has a vector of its own.
    """

    def __init__(self, deps: int) -> None:
        super().__init__()
        self.arc = nn.Parameter(torch.empty(ARC, ARC))
        self.arc_bias = nn.Parameter(torch.zeros(ARC))
        self.root = nn.Parameter(torch.zeros(ARC))
        self.rel = nn.Parameter(torch.empty(deps, REL, REL))
        self.rel_dep = nn.Linear(REL, deps)
        self.rel_head = nn.Linear(REL, deps, bias=False)
        nn.init.xavier_uniform_(self.arc)
        nn.init.normal_(self.rel, std=1.0 / REL)
        nn.init.normal_(self.root, std=0.05)

    def arcs(self, dep: Tensor, head: Tensor) -> Tensor:
        """Scores of every head for every word, batch x dependent x head."""
        scores = (dep @ self.arc + self.arc_bias) @ head.transpose(1, 2)
        roots = dep @ self.root
        eye = torch.eye(scores.shape[1], dtype=torch.bool)
        return torch.where(eye, roots.unsqueeze(-1), scores)

    def labels(self, dep: Tensor, head: Tensor) -> Tensor:
        """Label scores of given pairs, pairs x labels."""
        bilinear = torch.einsum("nd,rdh,nh->nr", dep, self.rel, head)
        out: Tensor = bilinear + self.rel_dep(dep) + self.rel_head(head)
        return out


class Reader(nn.Module):
    """The whole network.

    Attributes:
        blind: Read without the encoder, by the words' surface alone (for the ablation).
    """

    def __init__(
        self, bert: nn.Module, layers: int, width: int, tags: int, forms: int, deps: int
    ) -> None:
        super().__init__()
        self.encoder = PieceEncoder(bert, layers)
        self.heads = WordHeads(width, tags, forms, deps)
        self.biaffine = Biaffine(deps)
        self.blind = False

    def forward(self, batch: dict[str, Tensor]) -> tuple[Tensor, ...]:
        """Encode, pool pieces to words and score."""
        if self.blind:
            width = self.heads.encoder_norm.normalized_shape[0]
            words = torch.zeros(*batch["mask"].shape, width)
        else:
            vectors = self.encoder(batch["pieces"], batch["piece_mask"])
            words = torch.bmm(batch["pool"], vectors.float())
        out: tuple[Tensor, ...] = self.heads(
            words, batch["rows"], batch["gaps"], batch["mask"].unsqueeze(-1)
        )
        return out
