package dev.parley.engine.pipeline;

import dev.parley.engine.door.Door;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.model.Backend;
import dev.parley.engine.stage.Stage;
import java.util.List;

/**
 * What a pipeline says, in the direction in which the audio flows. Taps are among the caller's
 * rooms, as {@link TapPoint}s.
 */
record Said(
    String name,
    Door door,
    List<Stage<Inbound>> callerSide,
    Backend model,
    List<Stage<Outbound>> replySide,
    Playout playout) {}
