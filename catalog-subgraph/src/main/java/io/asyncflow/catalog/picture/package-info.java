/** The shop's own pictures, drawn when they are looked at. */
@NullMarked
package io.asyncflow.catalog.picture;

import org.jspecify.annotations.NullMarked;
