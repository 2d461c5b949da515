/** The stage that the guide builds. They see what a user sees: public types only. */
@NullMarked
package docs.stage;

import org.jspecify.annotations.NullMarked;
