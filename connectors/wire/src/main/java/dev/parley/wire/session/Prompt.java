package dev.parley.wire.session;

import dev.parley.wire.json.RawJson;
import java.util.Optional;

/** A stored prompt and what is filled in. */
public record Prompt(String id, Optional<String> version, Optional<RawJson> variables) {}
