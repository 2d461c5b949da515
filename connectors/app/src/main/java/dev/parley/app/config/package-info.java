/**
 * The configuration of the server: one file, the environment and flags, and what comes of them.
 *
 * <p>Reading order: {@link dev.parley.app.config.Setting} and {@link dev.parley.app.config.Kind}
 * (what a setting is), the sections in which all settings are defined, each with what is made of
 * them ({@code ServeSection}, {@code SessionSection}, {@code TrafficSection}, {@code
 * ConnectionSection}, {@code AccessSection}, {@code TwilioSection}, {@code AgentSection}, {@code
 * RecordSection}, gathered in {@link dev.parley.app.config.Settings}); {@link
 * dev.parley.app.config.Loader} (the layers), {@code ConfigFile}, {@code FileWalk}, {@code
 * ModelTable}, {@code KeyTable} with {@code Secret}, {@code AgentTable} (reading a file), {@code
 * Variables} (the environment), {@link dev.parley.app.config.Problem} and {@code Nearest} (what is
 * wrong); {@link dev.parley.app.config.ServeConfig} with {@link dev.parley.app.config.RecordSpec},
 * {@link dev.parley.app.config.PhoneSpec} and {@link dev.parley.app.config.AgentSpec} (what comes
 * of it), {@code Assembly}, {@code PhoneAssembly} (how); {@link dev.parley.app.config.Shown} and
 * {@link dev.parley.app.config.SettingsTable} (the same for people).
 *
 * <p>May import: the JDK, com.typesafe.config, the settings of the server, the sockets, the
 * telephone and the recorder.
 */
@NullMarked
package dev.parley.app.config;

import org.jspecify.annotations.NullMarked;
