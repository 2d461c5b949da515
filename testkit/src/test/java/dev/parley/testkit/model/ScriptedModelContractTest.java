package dev.parley.testkit.model;

import dev.parley.engine.model.Backend;
import dev.parley.scripted.ScriptedModel;
import dev.parley.scripted.ScriptedSettings;
import dev.parley.scripted.ToneVoice;
import dev.parley.testkit.contract.BackendContract;

class ScriptedModelContractTest extends BackendContract {

  @Override
  protected Backend backend() {
    return new ScriptedModel(ScriptedSettings.defaults(), new ToneVoice());
  }
}
