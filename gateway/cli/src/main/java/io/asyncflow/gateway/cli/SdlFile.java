package io.asyncflow.gateway.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A file of GraphQL, with the path under which its user knows it. */
record SdlFile(Path path, String text) {

    private static final List<String> ENDINGS = List.of(".graphql", ".graphqls", ".gql");

    static SdlFile read(Path path) {
        return new SdlFile(path, text(path));
    }

    /** The file, or all GraphQL files of the folder by name. */
    static List<SdlFile> readAll(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(read(path));
        }
        List<SdlFile> files = inside(path).stream().map(SdlFile::read).toList();
        if (files.isEmpty()) {
            throw new WrongUsage("The folder " + path + " holds no " + String.join(" or ", ENDINGS) + " file.");
        }
        return files;
    }

    /** The GraphQL files of a folder, by name. */
    static List<Path> inside(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> ENDINGS.stream()
                            .anyMatch(ending -> file.getFileName().toString().endsWith(ending)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new WrongUsage("The folder " + folder + " cannot be read" + reason(e));
        }
    }

    /** What is in the file, which must be UTF-8. */
    static String text(Path path) {
        if (!Files.exists(path)) {
            throw new WrongUsage("There is no file " + path + ".");
        }
        if (Files.isDirectory(path)) {
            throw new WrongUsage(path + " is a folder, not a file.");
        }
        try {
            return decode("file " + path, Files.readAllBytes(path));
        } catch (IOException e) {
            throw new WrongUsage("The file " + path + " cannot be read" + reason(e));
        }
    }

    /** The text of bytes that must be UTF-8; {@code source} says where they are from. */
    static String decode(String source, byte[] bytes) {
        ByteBuffer input = ByteBuffer.wrap(bytes);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(input).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            int line = 1;
            for (int i = 0; i < input.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new WrongUsage(
                    "The " + source + " is not UTF-8 text: see line " + line + ". Save it as UTF-8 and try again.");
        }
    }

    /** The path, seen from a folder. */
    static Path path(Path folder, String path) {
        try {
            return folder.resolve(path);
        } catch (InvalidPathException e) {
            throw new WrongUsage("'" + path + "' cannot be a path: " + e.getReason() + ".");
        }
    }

    /** Why the system refused; its message is often no more than the path. */
    static String reason(IOException e) {
        return e instanceof java.nio.file.AccessDeniedException ? ": permission denied." : ": " + e.getMessage() + ".";
    }
}
