/**
 * Contract tests: whoever writes a stage, a door or a model extends the one that fits, and inherits
 * the tests of everything that the engine relies on.
 *
 * <p>Reading order: {@link dev.parley.testkit.contract.StageContract}, {@link
 * dev.parley.testkit.contract.DoorContract}, {@link dev.parley.testkit.contract.BackendContract}
 * with {@link dev.parley.testkit.contract.BackendRun}.
 *
 * <p>May import: the JDK, Pekko, the engine, {@code testkit}, JUnit, AssertJ.
 */
@NullMarked
package dev.parley.testkit.contract;

import org.jspecify.annotations.NullMarked;
