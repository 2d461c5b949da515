/**
 * Sphinx4: words that are known before, in pure Java, with nothing to install.
 *
 * <p>Reading order: {@link dev.parley.speech.asr.sphinx4.Sphinx4}, {@link
 * dev.parley.speech.asr.sphinx4.SearchSettings}, {@link dev.parley.speech.asr.sphinx4.SharedModel}
 * (what decoders share), {@link dev.parley.speech.asr.sphinx4.Sphinx4Decoder} (an utterance),
 * {@link dev.parley.speech.asr.sphinx4.Search} (its search), {@link
 * dev.parley.speech.asr.sphinx4.MelBands} and {@link dev.parley.speech.asr.sphinx4.Features} (its
 * audio), {@link dev.parley.speech.asr.sphinx4.Alternatives} (its words), {@link
 * dev.parley.speech.asr.sphinx4.Trust} (how sure they are); {@link
 * dev.parley.speech.asr.sphinx4.ArpaModel} and {@link dev.parley.speech.asr.sphinx4.WordList} are a
 * language model as Sphinx4 wants it. {@link dev.parley.speech.asr.sphinx4.Pronouncer} stands
 * alone: how words sound.
 *
 * <p>May import: the JDK, the port around it, the engine's frames, {@code
 * dev.parley.schema.spoken}, Sphinx4, FreeTTS's lexicon.
 */
@NullMarked
package dev.parley.speech.asr.sphinx4;

import org.jspecify.annotations.NullMarked;
