/** GraphiQL in a real browser, driven by the scripts in {@code src/test/browser}. */
@NullMarked
package io.asyncflow.allinone.browser;

import org.jspecify.annotations.NullMarked;
