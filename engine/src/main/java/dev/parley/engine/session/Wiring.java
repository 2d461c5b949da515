package dev.parley.engine.session;

import dev.parley.engine.model.Control;
import dev.parley.engine.playout.PlayoutControl;
import dev.parley.engine.stage.Tuner;
import java.util.Map;
import org.apache.pekko.stream.KillSwitch;

/**
 * A session's hands on its running stream. All of them are safe after the stream has ended.
 *
 * @param model what the model is told
 * @param playout how replies are cut
 * @param line hangs up: {@code shutdown} in good order, {@code abort} with a failure
 * @param tuners stages whose settings may change in mid-call, by their names
 */
public record Wiring(
    Control model, PlayoutControl playout, KillSwitch line, Map<String, Tuner> tuners) {}
