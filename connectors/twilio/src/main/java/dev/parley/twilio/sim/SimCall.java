package dev.parley.twilio.sim;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** What Twilio calls a call, its stream and its account. */
record SimCall(String accountSid, String callSid, String streamSid) {

  static SimCall make(RandomGenerator random) {
    return new SimCall(sid("AC", random), sid("CA", random), sid("MZ", random));
  }

  /** The same call with another stream. */
  SimCall again(RandomGenerator random) {
    return new SimCall(accountSid, callSid, sid("MZ", random));
  }

  private static String sid(String prefix, RandomGenerator random) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return prefix + HexFormat.of().formatHex(bytes);
  }
}
