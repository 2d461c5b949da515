package dev.parley.testkit.door;

import dev.parley.engine.door.Door;
import dev.parley.testkit.contract.DoorContract;

class ScriptedCallerTest extends DoorContract {

  @Override
  protected Door door() {
    return new ScriptedCaller(CallerScript.at(24_000));
  }
}
