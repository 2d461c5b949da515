package dev.parley.testkit.model;

import dev.parley.engine.model.Backend;
import dev.parley.testkit.contract.BackendContract;

class EngineTurnTest extends BackendContract {

  @Override
  protected Backend backend() {
    return FakeModel.engineTurn();
  }
}
