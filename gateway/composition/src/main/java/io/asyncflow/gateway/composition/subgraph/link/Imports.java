package io.asyncflow.gateway.composition.subgraph.link;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.Printer;
import io.asyncflow.gateway.language.Value;
import io.asyncflow.gateway.language.Value.EnumValue;
import io.asyncflow.gateway.language.Value.ListValue;
import io.asyncflow.gateway.language.Value.NullValue;
import io.asyncflow.gateway.language.Value.ObjectValue;
import io.asyncflow.gateway.language.Value.StringValue;
import io.asyncflow.gateway.supergraph.Link.Import;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The {@code import} argument of one {@code @link}: names, or names with what they are called here. */
final class Imports {

    private static final Pattern ELEMENT = Pattern.compile("@?[_A-Za-z][_0-9A-Za-z]*");

    private final FeatureUrl url;
    private final Directive link;
    private final Reporter reporter;
    private final @Nullable Specification specification;
    private final List<Import> imports = new ArrayList<>();

    Imports(FeatureUrl url, Directive link, Reporter reporter) {
        this.url = url;
        this.link = link;
        this.reporter = reporter;
        this.specification = KnownSpecifications.find(url.identity(), url.version());
    }

    List<Import> read() {
        Value value = link.argument("import");
        switch (value) {
            case ListValue(List<Value> items) -> items.forEach(this::read);
            case NullValue _ -> {}
            case null -> {}
            default -> wrong("The import of this @link is %s; it must be a list.", Printer.print(value));
        }
        return imports;
    }

    private void read(Value item) {
        switch (item) {
            case StringValue(String name) -> add(name, name);
            case EnumValue(String name) -> add(name, name);
            case ObjectValue(Map<String, Value> fields) -> read(fields, Printer.print(item));
            default ->
                wrong(
                        "This @link imports %s; import a name such as \"@key\", or {name: \"@key\", as: \"@myKey\"}.",
                        Printer.print(item));
        }
    }

    private void read(Map<String, Value> fields, String shown) {
        for (Map.Entry<String, Value> field : fields.entrySet()) {
            if (!field.getKey().equals("name") && !field.getKey().equals("as")) {
                wrong("This @link imports %s; an import has a name and an as, nothing else.", shown);
                return;
            }
            if (!(field.getValue() instanceof StringValue(String text))
                    || !ELEMENT.matcher(text).matches()) {
                wrong("This @link imports %s; name and as must be strings that hold a GraphQL name.", shown);
                return;
            }
        }
        if (!(fields.get("name") instanceof StringValue(String name))) {
            wrong("This @link imports %s, which lacks the name of what to import.", shown);
            return;
        }
        add(name, fields.get("as") instanceof StringValue(String as) ? as : name);
    }

    private void add(String name, String as) {
        if (name.startsWith("@") != as.startsWith("@")) {
            wrong("This @link imports \"%s\" as \"%s\"; directives, and only they, start with \"@\".", name, as);
            return;
        }
        if (specification != null && !specification.defines(name)) {
            boolean directive = specification.defines("@" + name);
            wrong(
                    "This @link imports \"%s\", which %s does not define; %s",
                    name,
                    url.toString(),
                    directive ? "did you mean \"@" + name + "\"?" : "check its spelling and the version you link.");
            return;
        }
        imports.add(new Import(name, as));
    }

    private void wrong(String message, Object... details) {
        reporter.report(ErrorCode.INVALID_LINK_DIRECTIVE_USAGE, message.formatted(details), link);
    }
}
