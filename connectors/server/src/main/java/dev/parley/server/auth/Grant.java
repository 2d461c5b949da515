package dev.parley.server.auth;

import java.time.Instant;

/**
 * What a client secret stands for.
 *
 * @param principal who minted it; its sessions count as theirs
 * @param session what it opens
 * @param expiresAt the instant from which it opens nothing more, in whole seconds
 */
public record Grant(Principal principal, BoundSession session, Instant expiresAt) {}
