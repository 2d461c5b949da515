package dev.parley.benchmarks.eval;

/**
 * What somebody says at one go in a recorded call.
 *
 * @param channel whose
 * @param when from its start to its end
 * @param bargeIn whether it begins while the other side still speaks
 */
record Turn(int channel, Region when, boolean bargeIn) {}
