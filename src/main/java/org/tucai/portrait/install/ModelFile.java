package org.tucai.portrait.install;

/** A model file of the full mode: what it must be, byte for byte, and the official address it comes from. */
public enum ModelFile {
    FACES(
            "face_detection_yunet.onnx",
            232589,
            "8f2383e4dd3cfbb4553ea8718107fc0423210dc964f9f4280604804ed2552fa4",
            "ShiqiYu/libfacedetection.train/0047ac24afb1a50a0c6105001c89d1b5b805dbf1/onnx/yunet_s_640_640.onnx"),
    LANDMARKS(
            "face_landmark.tflite",
            1241896,
            "c603fa6149219a3e9487dc9abd7a0c24474c77263273d24868378cdf40aa26d1",
            "google/mediapipe/63e679d99ca45b30514a9d84c9351a2d77bb9ba0/mediapipe/modules/face_landmark/face_landmark.tflite"),
    IRISES(
            "iris_landmark.tflite",
            2640568,
            "d1744d2a09c25f501d39eba4faff47e53ecca8852c5ce19bce8eeac39357521f",
            "google/mediapipe/63e679d99ca45b30514a9d84c9351a2d77bb9ba0/mediapipe/modules/iris_landmark/iris_landmark.tflite"),
    PERSON(
            "selfie_segmentation.tflite",
            249024,
            "8d13b7fae74af625c641226813616a2117bd6bca19eb3b75574621fc08557f27",
            "google/mediapipe/63e679d99ca45b30514a9d84c9351a2d77bb9ba0/mediapipe/modules/selfie_segmentation/selfie_segmentation.tflite"),
    HAIR(
            "hair_segmentation.tflite",
            780588,
            "d2c940c4fd80edeaf38f5d7387d1b4235ee320ed120080df67c663e749e77633",
            "google/mediapipe/63e679d99ca45b30514a9d84c9351a2d77bb9ba0/mediapipe/models/hair_segmentation.tflite"),
    HEAD(
            "canonical_face_model.obj",
            45999,
            "8bac80443397e113f41a8b565ea72c59390bc031d9defab289dba7bc0c54e618",
            "google/mediapipe/9d8807788567c01dbd998c0a3d0f730b9686912d/mediapipe/modules/face_geometry/data/canonical_face_model.obj"),
    GLASSES(
            "glasses.tflite",
            2071744,
            "750b4fb4fe20643258be6e291361874393926a89f7fdd67414c96e42f69c8297",
            "SlinkoIgor/glasses_detector/56af647c9bfcb54f5b1a4ebd9a24a690dde14698/weights/fp16_model.tflite");

    private static final String HOST = "https://raw.githubusercontent.com/";
    private final String fileName;
    private final long bytes;
    private final String sha256;
    private final String path;

    ModelFile(String fileName, long bytes, String sha256, String path) {
        this.fileName = fileName;
        this.bytes = bytes;
        this.sha256 = sha256;
        this.path = path;
    }

    public String fileName() {
        return fileName;
    }

    public long bytes() {
        return bytes;
    }

    /** Lower-case hex. */
    public String sha256() {
        return sha256;
    }

    /** Owner, repository, commit and path: what is fetched under an address like {@code https://raw.githubusercontent.com/}. */
    public String path() {
        return path;
    }

    /** Where the file is fetched from unless a mirror is named. */
    public static String officialHost() {
        return HOST;
    }
}
