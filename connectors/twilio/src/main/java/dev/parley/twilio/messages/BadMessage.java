package dev.parley.twilio.messages;

/** A message is not what it must be; never leaves this package. */
final class BadMessage extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BadMessage(String sentence) {
    super(sentence, null, /* enableSuppression= */ false, /* writableStackTrace= */ false);
  }
}
