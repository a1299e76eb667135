"""Words that report speech: the lexicon of verbs and nouns. Where they are verbs is for the parse to say."""

from __future__ import annotations

from factx.mentions.cues.lexicon import SpeechVerb, speech_forms, speech_nouns

__all__ = ["SpeechVerb", "speech_forms", "speech_nouns"]
