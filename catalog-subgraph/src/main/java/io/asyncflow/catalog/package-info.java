@NullMarked
package io.asyncflow.catalog;

import org.jspecify.annotations.NullMarked;
