package dev.parley.app.serve;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import dev.parley.app.config.ServeConfig;
import org.slf4j.LoggerFactory;

/**
 * The log of a server: on standard error, an event a line. Its level is that of our own code; what
 * libraries say stays at warnings, so that no level makes them write what passes by.
 */
public final class Logging {

  private Logging() {}

  /** Sets the log up as the configuration says; told once, at the start. */
  public static void use(ServeConfig config) {
    if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
      return; // whoever brought another logger has set it up, too
    }
    context.getLogger("dev.parley").setLevel(Level.toLevel(config.logLevel()));
    if (config.logJson()) {
      Appender<ILoggingEvent> appender =
          context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getAppender("stderr");
      if (appender instanceof ConsoleAppender<ILoggingEvent> console) {
        JsonLines json = new JsonLines();
        json.setContext(context);
        json.start();
        console.stop();
        console.setEncoder(json);
        console.start();
      }
    }
  }
}
