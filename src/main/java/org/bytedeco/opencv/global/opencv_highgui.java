package org.bytedeco.opencv.global;

/**
 * Takes the place of OpenCV's windows, which a server never opens. The binding initialises this class before the face finders' although
 * none of their natives needs it; the library's own class then loads GTK 2, which hardly any server has, and no portrait could be judged.
 * Found first, since the program's classes precede the libraries on the class path.
 */
public final class opencv_highgui {
    private opencv_highgui() {}
}
