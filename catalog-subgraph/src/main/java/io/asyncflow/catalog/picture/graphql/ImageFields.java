package io.asyncflow.catalog.picture.graphql;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import graphql.schema.DataFetchingEnvironment;
import io.asyncflow.catalog.picture.Image;
import io.asyncflow.catalog.picture.PublicUrl;
import java.net.URI;
import java.util.Objects;

/** What of an image is not simply read from it. */
@DgsComponent
public class ImageFields {

    private final PublicUrl catalog;

    ImageFields(PublicUrl catalog) {
        this.catalog = catalog;
    }

    @DgsData(parentType = "Image")
    public URI url(DataFetchingEnvironment environment) {
        Image image = Objects.requireNonNull(environment.getSource());
        return catalog.of(image.path());
    }
}
