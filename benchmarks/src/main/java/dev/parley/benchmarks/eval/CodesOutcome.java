package dev.parley.benchmarks.eval;

import dev.parley.engine.conversation.Effort;

/**
 * How one recording was understood.
 *
 * @param isExact whether the arguments are what was said
 * @param isAccepted whether an agent would act on them without a question back
 * @param errors of the likeliest reading, word by word
 * @param cpuNanos the computing time of the thread that understood it
 */
record CodesOutcome(
    Effort effort,
    boolean isExact,
    boolean isAccepted,
    WordErrors errors,
    long cpuNanos,
    double seconds) {}
