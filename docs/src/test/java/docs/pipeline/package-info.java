/** The programs that the documentation shows. They see what a user sees: public types only. */
@NullMarked
package docs.pipeline;

import org.jspecify.annotations.NullMarked;
