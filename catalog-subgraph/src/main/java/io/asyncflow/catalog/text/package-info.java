/** Text in the languages of the shop. */
@NullMarked
package io.asyncflow.catalog.text;

import org.jspecify.annotations.NullMarked;
