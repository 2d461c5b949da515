/**
 * OpenAI's clients for JavaScript, run by Node. {@code NodeTest} has one test a scenario of {@code
 * src/test/node}; {@link dev.parley.conformance.node.NodeRunner} installs the packages once and
 * runs them.
 */
@NullMarked
package dev.parley.conformance.node;

import org.jspecify.annotations.NullMarked;
