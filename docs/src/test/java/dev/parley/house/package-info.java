/** The rules of the house, kept by tests. */
@NullMarked
package dev.parley.house;

import org.jspecify.annotations.NullMarked;
