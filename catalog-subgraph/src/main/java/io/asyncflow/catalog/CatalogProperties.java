package io.asyncflow.catalog;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the catalog is set up.
 *
 * @param demoData whether to fill an empty catalogue with demo data; refused in production
 * @param publicUrl the address at which browsers reach the catalog, for the pictures' addresses; empty stands for this
 *     machine and the port in use
 */
@Validated
@ConfigurationProperties("asyncflow.catalog")
public record CatalogProperties(
        @DefaultValue("false") boolean demoData,

        @NotNull
        @DefaultValue("")
        @Pattern(
                regexp = "|https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?",
                message = "must be an http or https address without query, such as https://shop.example.com")
        String publicUrl) {}
