/** Tests of the metrics: what is told with literal times, and what a scrape then shows. */
@NullMarked
package dev.parley.prometheus;

import org.jspecify.annotations.NullMarked;
