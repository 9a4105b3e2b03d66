/** A catalogue to try the shop with. */
@NullMarked
package io.asyncflow.catalog.demo;

import org.jspecify.annotations.NullMarked;
