package io.asyncflow.user.personal;

import io.asyncflow.support.identity.UserId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Everything that this service keeps of somebody, section by section. */
@Component
public class DataExport {

    private record Section(String name, Map<String, Object> content) {}

    private final List<PersonalData> features;

    DataExport(List<PersonalData> features) {
        this.features = features.stream()
                .sorted(Comparator.comparing(PersonalData::section))
                .toList();
    }

    public Mono<Map<String, Object>> of(UserId user) {
        return Flux.fromIterable(features)
                .concatMap(feature -> feature.export(user).map(content -> new Section(feature.section(), content)))
                .collect(LinkedHashMap::new, (export, section) -> export.put(section.name(), section.content()));
    }
}
