package dev.parley.speech.cascade;

import dev.parley.engine.model.Backend;
import dev.parley.testkit.contract.BackendContract;

class CascadeContractTest extends BackendContract {

  @Override
  protected Backend backend() {
    return CascadeTest.cascade(new FakeHearing("hello"));
  }
}
