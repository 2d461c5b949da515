/**
 * Tools that the program itself carries out for whoever calls: examples with real effects, and the
 * user's own from a file.
 *
 * <p>Reading order: {@link dev.parley.app.tools.Toolkit} (what a model is given), {@link
 * dev.parley.app.tools.Toolkits} (which one), {@link dev.parley.app.tools.CallLine} (what a tool
 * can reach of its call). Then {@link dev.parley.app.tools.ExampleTools} with {@link
 * dev.parley.app.tools.Countdowns}, {@link dev.parley.app.tools.Routes}, {@link
 * dev.parley.app.tools.Orders} and {@link dev.parley.app.tools.Payments}; and {@link
 * dev.parley.app.tools.ToolFile} with {@link dev.parley.app.tools.CommandRun} and {@link
 * dev.parley.app.tools.HttpRun}.
 *
 * <p>Nothing here logs: arguments and outputs are the caller's.
 *
 * <p>May import: the engine, {@code dev.parley.schema}, Jackson.
 */
@NullMarked
package dev.parley.app.tools;

import org.jspecify.annotations.NullMarked;
