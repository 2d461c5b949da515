package dev.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.model.Backend;
import dev.parley.engine.model.Capabilities;
import dev.parley.engine.model.Control;
import dev.parley.engine.model.SessionSpec;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.stream.javadsl.Flow;
import org.junit.jupiter.api.Test;

class ModelsTest {

  private final List<String> prepared = new ArrayList<>();

  @Test
  void prepare_reachesEachModelOnce() {
    Backend one = new Slow("one");
    Backend other = new Slow("other");
    Models.none().with("a", one).with("b", one).with("c", other).withOthers(one).prepare();

    assertThat(prepared).containsExactly("one", "other");
  }

  @Test
  void find_fallsBackToTheModelForAllOtherNames() {
    Backend one = new Slow("one");
    Backend other = new Slow("other");
    Models models = Models.none().with("a", one);

    assertThat(models.find("a")).contains(one);
    assertThat(models.find("b")).isEmpty();
    assertThat(models.withOthers(other).find("b")).contains(other);
    assertThat(models.withOthers(other).names()).containsExactly("a", "other");
  }

  /** Has something to load. */
  private final class Slow implements Backend {

    private final String name;

    Slow(String name) {
      this.name = name;
    }

    @Override
    public void prepare() {
      prepared.add(name);
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Capabilities capabilities() {
      return Capabilities.full();
    }

    @Override
    public AudioFormat negotiate(AudioFormat in) {
      return in;
    }

    @Override
    public Flow<Inbound, Outbound, Control> open(SessionSpec spec) {
      throw new UnsupportedOperationException("nobody calls");
    }
  }
}
