package dev.parley.app.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValueType;
import dev.parley.server.auth.Account;
import dev.parley.server.auth.ApiKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code keys}: the accounts. No sentence and no line of what is shown repeats what stands at a
 * key.
 */
final class KeyTable {

  private static final String KEY = "key";
  private static final String SESSIONS = "sessions";
  private static final String DEVELOPMENT = "development";
  private static final List<String> FIELDS = List.of(KEY, SESSIONS, DEVELOPMENT);
  private static final Kind<Integer> COUNT = Kind.whole(1, 1_000_000);

  private final Reading reading;
  private final List<Account> accounts = new ArrayList<>();
  private final List<Shown> shown = new ArrayList<>();

  KeyTable(Reading reading) {
    this.reading = reading;
  }

  List<Account> accounts() {
    return accounts;
  }

  List<Shown> shown() {
    return shown;
  }

  void take(Reading.Member account, Path file) {
    String path = account.below(Settings.KEYS);
    Optional<ConfigObject> section = account.section();
    if (section.isEmpty()) {
      reading.wrong(
          account.where(), path + " is an account: write " + path + " { key = \"sha256:...\" }");
      return;
    }
    Fields fields = new Fields(path, account.where());
    Reading.members(section.get(), file).forEach(fields::take);
    fields.finish(account.name());
  }

  /** The fields of one account. */
  private final class Fields {

    private final String path;
    private final Source where;
    private final List<String> keys = new ArrayList<>();
    private Optional<Source> keysAt = Optional.empty();
    private Optional<Integer> sessions = Optional.empty();
    private boolean development;
    private boolean broken;

    Fields(String path, Source where) {
      this.path = path;
      this.where = where;
    }

    void take(Reading.Member field) {
      switch (field.name()) {
        case KEY -> keys(field);
        case SESSIONS -> sessions = read(COUNT, field);
        case DEVELOPMENT -> development = read(Kind.flag(), field).orElse(false);
        default ->
            reading.wrong(
                field.where(),
                "there is no setting "
                    + field.below(path)
                    + Nearest.path(field.name(), FIELDS)
                        .map(known -> ": did you mean " + path + "." + known + "?")
                        .orElse(": an account has key, sessions and development"));
      }
    }

    private <T> Optional<T> read(Kind<T> kind, Reading.Member field) {
      Optional<T> value = kind.read(field.given());
      if (value.isEmpty()) {
        reading.wrong(
            field.where(),
            field.below(path) + " must be " + kind.must() + ", found " + field.given().what());
      } else {
        shown.add(new Shown(field.below(path) + " = " + kind.write(value.get()), field.where()));
      }
      return value;
    }

    private void keys(Reading.Member field) {
      keysAt = Optional.of(field.where());
      Kind<List<String>> texts = Kind.texts("a key or a list of two");
      boolean list = field.given().value().valueType() == ConfigValueType.LIST;
      Optional<List<String>> read =
          list ? texts.read(field.given()) : field.given().text().map(List::of);
      if (read.isEmpty()) {
        broken(
            field.where(),
            field.below(path) + " must be a key or a list of two, found " + field.given().what());
        return;
      }
      read.get().forEach(text -> key(text, field));
      shown.add(
          new Shown(
              "# " + field.below(path) + ": hidden (" + read.get().size() + ")", field.where()));
    }

    private void key(String text, Reading.Member field) {
      try {
        keys.add(new Secret(text).open(field.where().folder()));
      } catch (IOException e) {
        broken(
            field.where(),
            "the file that "
                + field.below(path)
                + " names cannot be read: check that it is there, and its permissions");
      }
    }

    void finish(String name) {
      if (broken) {
        return;
      }
      Source at = keysAt.orElse(where);
      try {
        Account account = development ? Account.development(name, keys) : Account.of(name, keys);
        accounts.add(sessions.map(account::withSessionsAtOnce).orElse(account));
        new ApiKeys(accounts, 1); // refuses a key that an earlier account has
      } catch (IllegalArgumentException e) {
        reading.wrong(at, String.valueOf(e.getMessage()));
      }
    }

    /** What the keys are is not known, so that nothing more can be said of them. */
    private void broken(Source at, String sentence) {
      broken = true;
      reading.wrong(at, sentence);
    }
  }
}
