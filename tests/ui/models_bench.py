"""How tests of the models page look at its rows."""

from __future__ import annotations

from app.ui.model_row import ModelRow
from app.ui.models_page import ModelsPage


def of(page: ModelsPage, model: str) -> ModelRow:
    return page.rows[model]


def state(page: ModelsPage, model: str) -> str:
    return of(page, model).state.words.text()
