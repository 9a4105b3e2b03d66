/** Pictures over plain HTTP. */
@NullMarked
package io.asyncflow.catalog.picture.http;

import org.jspecify.annotations.NullMarked;
