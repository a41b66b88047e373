package org.tucai.portrait.annotated;

/** Java draws text with libraries of the operating system, which a bare server may lack. The message says what to do. */
public final class NoFontLibrary extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoFontLibrary(Throwable cause) {
        super(
                "Java finds no font library on this machine; install fontconfig (Debian, Ubuntu: apt install fontconfig)",
                cause);
    }
}
