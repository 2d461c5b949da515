/**
 * The far end of a telephone call, for development without an account: plays Twilio.
 *
 * <p>Reading order: {@link dev.parley.twilio.sim.TwilioSim} (the way in) with {@link
 * dev.parley.twilio.sim.SimSettings}, {@link dev.parley.twilio.sim.SimScript}, {@link
 * dev.parley.twilio.sim.SimFaults} and {@link dev.parley.twilio.sim.SimResult}; {@link
 * dev.parley.twilio.sim.SimLine}, over the network ({@link dev.parley.twilio.sim.NetLine}) or in
 * the same program ({@link dev.parley.twilio.sim.HouseLine}); {@link
 * dev.parley.twilio.sim.SimStage} with {@link dev.parley.twilio.sim.SimMouth} and {@link
 * dev.parley.twilio.sim.SimEar}; {@link dev.parley.twilio.sim.SimReport} and {@link
 * dev.parley.twilio.sim.SimEvent}.
 *
 * <p>May import: the JDK, Pekko, Pekko HTTP, {@code engine.frame}, {@code dev.parley.audio}, {@code
 * dev.parley.sockets}, and the packages beside it.
 */
@NullMarked
package dev.parley.twilio.sim;

import org.jspecify.annotations.NullMarked;
