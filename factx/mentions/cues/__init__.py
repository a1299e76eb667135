"""Words that report speech: the lexicon (`lexicon`) and where they stand in a document (`find_cues`)."""

from __future__ import annotations

from factx.mentions.cues.find import Cue, find_cues
from factx.mentions.cues.headlines import letters
from factx.mentions.cues.lexicon import SpeechVerb, speech_forms, speech_nouns

__all__ = ["Cue", "SpeechVerb", "find_cues", "letters", "speech_forms", "speech_nouns"]
